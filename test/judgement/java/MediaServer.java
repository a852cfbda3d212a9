//| Numbers of a media server that are no codes.
package com.example.media;

import java.time.Duration;
import javax.websocket.CloseReason;

public class MediaServer {
    static final int PORT = 4100;
    //                      ^^^^ nothing
    static final long HEARTBEAT = 5000L;
    //                            ^^^^^ nothing

    void start() {
        server.bind("0.0.0.0", 4300);
        //                     ^^^^ nothing
        executor.schedule(this::beat, 5000, MILLISECONDS);
        //                            ^^^^ nothing
        client.setTimeout(Duration.ofMillis(4400));
        //                                  ^^^^ nothing
    }

    String quality(int bitrate) {
        if (bitrate >= 6000) {
        //             ^^^^ nothing
            return "high";
        } else if (bitrate >= 4000) {
        //                    ^^^^ nothing
            return "middle";
        }
        return "low";
    }

    void closed(CloseReason reason) {
        int code = reason.getCloseCode().getCode();
        if (code == 4000 || code == 4004) {
        //          ^^^^ nothing
            reconnect();
        } else if (code == 4100) {
        //                 ^^^^ nothing
            login();
        }
    }
}
