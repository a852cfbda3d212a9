//| Theme: a client of API 2.0. Switches with and without fallback, replies that are handed on or stored, filters of HTTP.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace Shop.Cloud
{
    public class CvmReply
    {
        [JsonProperty("code")] public int Code { get; set; }
        [JsonProperty("message")] public string Message { get; set; }
        [JsonProperty("codeDesc")] public string CodeDesc { get; set; }
        [JsonProperty("data")] public object Data { get; set; }
    }

    /// <summary>Sends requests for machines.</summary>
    public class CvmClient
    {
        private const string Endpoint = "https://cvm.api.qcloud.com/v2/index.php";
        private const int RequestTimeout = 5000;
        // @5000 nothing
        private const int MaxResponseContentBufferSize = 4000;
        // @4000 nothing
        private readonly HttpClient _http;
        private readonly ILogger<CvmClient> _logger;
        private CvmReply _last;

        public async Task<CvmReply> CallAsync(string action)
        {
            var response = await _http.GetAsync(Endpoint + "?Action=" + action);
            if ((int)response.StatusCode == 5200)
            // @5200 nothing
            {
                throw new HttpRequestException("strange status");
            }
            var reply = JsonConvert.DeserializeObject<CvmReply>(await response.Content.ReadAsStringAsync());
            if (reply.Code != 0)
            // @reply.Code outcome too-little
            {
                throw new InvalidOperationException($"{action}: {reply.Code} {reply.Message}");
            }
            return reply;
        }

        public object Describe(CvmReply reply)
        {
            switch (reply.Code)
            // @reply.Code outcome reported 4100,4300
            // @reply.Code finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
            {
                case 0:
                    return reply.Data;
                case 4100:
                // @4100 sighting 4100 certain arm
                    SignIn();
                    return null;
                case 4300:
                // @4300 sighting 4300 certain arm
                    Block();
                    return null;
            }
            return null;
        }

        public void Renew(CvmReply reply)
        {
            switch (reply.Code)
            // @reply.Code outcome fallback 5200,5300
            {
                case 0:
                    break;
                case 5200:
                // @5200 sighting 5200 certain arm
                case 5300:
                // @5300 sighting 5300 certain arm
                    TopUp();
                    break;
                default:
                    throw new InvalidOperationException($"renew: {reply.Code} {reply.Message}");
            }
        }

        public void Stop(CvmReply reply)
        {
            if (reply.Code == 5000)
            // @reply.Code outcome fallback 5000,6100
            // @5000 sighting 5000 certain comparison
            {
                Forget();
                return;
            }
            if (reply.Code == 6100)
            {
                Postpone();
                return;
            }
            if (reply.Code != 0)
                _logger.LogError("stop failed with {Code}", reply.Code);
        }

        public CvmReply Reboot(CvmReply reply)
        {
            switch (reply.Code)
            // @reply.Code outcome passed-on 5100,5500
            {
                case 5500:
                // @5500 sighting 5500 certain arm
                    Forget();
                    break;
                case 5100:
                    Postpone();
                    break;
            }
            return reply;
        }

        public void Resize(CvmReply reply)
        {
            if (reply.Code == 4400)
            // @reply.Code outcome passed-on 4400,5200
            // @4400 sighting 4400 certain comparison
            {
                Postpone();
                return;
            }
            if (reply.Code == 5200)
            {
                Forget();
                return;
            }
            _last = reply;
        }

        public bool IsPayment(CvmReply reply)
        {
            return reply.Code == 5200 || reply.Code == 5300;
            // @reply.Code outcome predicate 5200,5300
            // @5300 sighting 5300 certain comparison
        }

        public void Warned(CvmReply reply)
        {
            switch (reply.Code)
            // @reply.Code outcome reported 4100,4600
            // @reply.Code finding unhandled-fatal-code *
            {
                case 4100:
                    SignIn();
                    break;
                case 4600:
                    _logger.LogWarning("wrong protocol");
                    break;
                default:
                    break;
            }
            _logger.LogInformation("done with {Code}", reply.Code);
        }
    }
}
