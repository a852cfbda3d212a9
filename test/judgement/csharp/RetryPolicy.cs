//| Theme: retries around API 2.0, asynchronous and not.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Shop.Qcloud
{
    public static class RetryPolicy
    {
        private static readonly HashSet<int> RetryableCodes = new HashSet<int> { 4400, 4500, 6000, 6200 };
        // @RetryableCodes outcome retry-set
        // @4400 sighting 4400 certain member

        private static readonly TimeSpan[] Delays = { TimeSpan.FromMilliseconds(4000), TimeSpan.FromMilliseconds(5200) };
        // @4000 nothing
        // @5200 nothing

        public static bool ShouldRetry(Reply reply) => RetryableCodes.Contains(reply.Code);
        // @reply.Code outcome retry-set

        public static async Task<Reply> SendAsync(Request request)
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var reply = await Client.SendAsync(request);
                switch (reply.Code)
                // @reply.Code outcome fallback 4100,4400
                {
                    case 0:
                        return reply;
                    case 4400:
                    // @4400 sighting 4400 certain arm
                        await Task.Delay(TimeSpan.FromSeconds(attempt));
                        continue;
                    case 4100:
                    // @4100 finding retried-fatal-code 4100
                        await Task.Delay(5000);
                        // @5000 nothing
                        continue;
                    default:
                        throw new InvalidOperationException(reply.Message);
                }
            }
            throw new TimeoutException();
        }

        public static Reply Send(Request request)
        {
            while (true)
            {
                var reply = Client.Send(request);
                if (reply.Code == 0)
                // @reply.Code outcome fallback 4600,6000
                    return reply;
                if (reply.Code == 6000 || reply.Code == 4600)
                // @4600 finding retried-fatal-code 4600
                {
                    Thread.Sleep(4500);
                    // @4500 nothing
                    continue;
                }
                throw new InvalidOperationException(reply.Message);
            }
        }

        public static void Each(IEnumerable<Request> requests)
        {
            foreach (var request in requests)
            {
                var reply = Client.Send(request);
                if (reply.Code == 5000)
                // @reply.Code outcome fallback 5000
                    continue;
                if (reply.Code != 0)
                    throw new InvalidOperationException(reply.Message);
            }
        }
    }
}
