//| Theme: numbers of other things in a file that talks to the API: none is a code.
using System;
using System.Collections.Generic;

namespace Shop.Hosting
{
    public class QcloudOptions
    {
        public string Endpoint { get; set; } = "https://cvm.api.qcloud.com";
        public int Port { get; set; } = 5000;
        // @5000 nothing
        public int TimeoutMilliseconds { get; init; } = 4500;
        // @4500 nothing
        public int MaxRows = 6000;
        // @6000 nothing
        public string ZipCode = "5300";
        // @5300 nothing
        public int StatusCode => 4100;
        // @4100 nothing
    }

    public static class Program
    {
        public static int Main(string[] args)
        {
            var builder = WebHost.CreateBuilder(args).UseUrls("http://localhost:5000", "https://localhost:5100");
            // @5000 nothing
            // @5100 nothing
            builder.Limits.MaxConcurrentConnections = 4000;
            // @4000 nothing
            var size = builder.Build().Size;
            if (size > 4000)
            // @4000 nothing
            {
                return 5200;
                // @5200 nothing
            }
            var exitCode = Runner.Run(5000);
            // @5000 nothing
            if (exitCode == 4100) Console.Error.WriteLine("the runner failed");
            // @4100 nothing
            switch (builder.HttpStatusCode)
            {
                case 4000:
                // @4000 nothing
                    return 1;
                case 4100:
                // @4100 nothing
                    return 2;
            }
            var version = new Version(4, 6000);
            // @6000 nothing
            var color = Color.FromArgb(0x4100);
            var year = new DateTime(5000, 1, 1);
            // @5000 nothing
            return size switch { 4300 => 1, 5300 => 2, _ => 0 };
            // @4300 nothing
            // @5300 nothing
        }
    }
}
