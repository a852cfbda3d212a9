//| A client of API 2.0 that turns replies into exceptions of its own.
package com.example.cvm;

import java.io.IOException;
import java.util.Map;

/** Calls https://cvm.api.qcloud.com/v2/index.php. */
public class CvmClient {
    private final Transport transport;
    private final int timeout = 5000;
    //                          ^^^^ nothing

    public CvmClient(Transport transport) {
        this.transport = transport;
        transport.listen(4100);
        //               ^^^^ nothing
    }

    public Map<String, Object> describe(String id) throws IOException {
        Reply reply = transport.get("DescribeInstances", Map.of("instanceId", id));
        switch (reply.getCode()) {
        //      ^^^^^^^^^^^^^^^ outcome fallback 4100,4300,5000
            case 0:
                return reply.getData();
            case 4100:
            //   ^^^^ sighting 4100 certain arm
                throw new SignatureException(reply.getMessage());
            case 4300:
                throw new AccessDeniedException(id);
            case 5000:
                return null;
            default:
                throw new ApiException(reply.getCode(), reply.getMessage());
        }
    }

    public boolean delete(String id) throws IOException {
        Reply reply = transport.get("TerminateInstances", Map.of("instanceId", id));
        if (reply.getCode() == 4100) {
        //  ^^^^^^^^^^^^^^^ outcome reported 4100,5000
        //  ^^^^^^^^^^^^^^^ finding unhandled-fatal-code 4000,4300,4600,5200,5300,5500,6100
        //                     ^^^^ sighting 4100 certain comparison
            transport.signAnew();
        } else if (reply.getCode() == 5000) {
            transport.forget(id);
        }
        return true;
    }

    public boolean isGone(Reply reply) {
        return reply.getCode() == 5000 || reply.getCode() == 4300;
        //     ^^^^^^^^^^^^^^^ outcome predicate 4300,5000
    }

    private long backOff(int attempt) {
        return Math.min(4000, 500L << attempt);
        //              ^^^^ nothing
    }
}
