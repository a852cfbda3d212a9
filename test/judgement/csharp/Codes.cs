//| Theme: constants, enums, texts and handlers of a module's codes.
using System;
using System.Collections.Generic;

namespace Shop.Qcloud
{
    public enum QcloudErrorCode
    // @QcloudErrorCode outcome definition
    {
        Success = 0,
        InvalidParameter = 4000,
        // @4000 sighting 4000 certain member
        AuthFailure = 4100,
        Balance = 5300,
    }

    public enum Weather
    {
        Clear = 1000,
        Rain = 4000,
        // @4000 nothing
        Snow = 5000,
        // @5000 nothing
    }

    public static class QcloudTexts
    {
        private static readonly Dictionary<int, string> CodeTexts = new Dictionary<int, string>
        // @CodeTexts outcome definition
        {
            { 4100, "The signature is wrong." },
            // @4100 sighting 4100 certain key
            { 5300, "The balance is too low." },
        };

        private static readonly Dictionary<string, int> Limits = new Dictionary<string, int>
        {
            ["rows"] = 4000,
            // @4000 nothing
            ["bytes"] = 5200,
            // @5200 nothing
        };

        public static string Of(int code) => CodeTexts.TryGetValue(code, out var text) ? text : "unknown";

        public static void Settle(Reply reply)
        {
            switch ((QcloudErrorCode)reply.Code)
            // @`(QcloudErrorCode)reply.Code` outcome reported 4100,5300
            // @`(QcloudErrorCode)reply.Code` finding unhandled-fatal-code *
            {
                case QcloudErrorCode.AuthFailure:
                // @QcloudErrorCode.AuthFailure sighting 4100 certain arm
                    Session.Renew();
                    break;
                case QcloudErrorCode.Balance:
                    Wallet.TopUp();
                    break;
            }
        }

        public static void SettleAll(Reply reply)
        {
            if (reply.Code == (int)QcloudErrorCode.AuthFailure)
            // @reply.Code outcome fallback 4100,5300
            {
                Session.Renew();
            }
            else if (reply.Code == (int)QcloudErrorCode.Balance)
            {
                Wallet.TopUp();
            }
            else if (reply.Code != (int)QcloudErrorCode.Success)
            {
                throw new InvalidOperationException(reply.Message);
            }
        }
    }
}
