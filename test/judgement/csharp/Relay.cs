//| Theme: code that names no API. Coherent numbers and whole dotted codes are likely, the rest only possible.
using System;

namespace Shop.Accounting
{
    public class Relay
    {
        public void Settle(Answer answer)
        {
            switch (answer.Code)
            // @answer.Code outcome reported 4100,5300
            // @answer.Code finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100 information
            {
                case 0:
                    Show(answer.Data);
                    break;
                case 4100:
                // @4100 sighting 4100 likely arm
                    SignIn();
                    break;
                case 5300:
                // @5300 sighting 5300 likely arm
                    Refill();
                    break;
            }
        }

        public Outcome Denied(Failure failure) => failure.Code switch
        // @failure.Code outcome fallback
        {
            "AuthFailure.SignatureFailure" => SignIn(),
            // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure likely arm
            "AuthFailure.SecretIdNotFound" => Deny(failure),
            _ => throw new InvalidOperationException(failure.Message),
        };

        public void Parked(Answer answer)
        {
            if (answer.Code == 5300)
            // @answer.Code outcome unsure
            // @5300 sighting 5300 possible comparison
            {
                Refill();
            }
        }
    }
}
