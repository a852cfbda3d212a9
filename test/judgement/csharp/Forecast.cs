//| Theme: weather codes and another vendor's errors; no word of ours.
using System;
using Amazon.EC2;
using Amazon.Runtime;

namespace Shop.Weather
{
    public class Forecast
    {
        public string Icon(int weatherCode) => weatherCode switch
        {
            1000 => "sun",
            1001 or 1100 => "cloud",
            4000 or 4200 => "rain",
            // @4000 nothing
            // @4200 nothing
            5000 or 5100 => "snow",
            // @5000 nothing
            8000 => "thunder",
            _ => "unknown",
        };

        public void Draw(Report report)
        {
            switch (report.Code)
            // @report.Code outcome foreign
            {
                case 1000:
                    Sun();
                    break;
                case 4000:
                // @4000 nothing
                    Rain();
                    break;
                case 5001:
                case 5100:
                // @5100 nothing
                    Snow();
                    break;
            }
        }

        public void Launch(AmazonEC2Client client)
        {
            try
            {
                client.RunInstances(null);
            }
            catch (AmazonEC2Exception e) when (e.ErrorCode == "AuthFailure")
            // @AuthFailure nothing
            {
                Login();
            }
            catch (AmazonEC2Exception e) when (e.ErrorCode == "UnauthorizedOperation")
            // @UnauthorizedOperation nothing
            {
                Forbid();
            }
        }

        public void Retried(AmazonServiceException e)
        {
            if (e.ErrorCode == "RequestLimitExceeded")
            // @RequestLimitExceeded nothing
            {
                Pause();
            }
        }
    }
}
