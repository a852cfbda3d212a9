//| Replies of API 2.0 as JSON, in a service that buys machines.
package com.example.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;
import org.json.JSONObject;

/** Buys over https://cvm.api.qcloud.com. */
public class PurchaseService {
    private static final Map<Integer, String> ERROR_TEXTS = Map.of(5200, "sold out", 5300, "no balance");
    //                                        ^^^^^^^^^^^ outcome definition
    //                                                             ^^^^ sighting 5200 certain key
    private final Map<Integer, Consumer<JsonNode>> handlers = Map.of(4100, this::signIn, 5300, this::topUp);
    private static final int MEMORY = 4000;
    //                                ^^^^ nothing

    public String buy(String zone) {
        JSONObject reply = new JSONObject(http.get("RunInstances", zone));
        int code = reply.getInt("code");
        if (code == 0) {
        //  ^^^^ outcome reported 5200,5300
        //  ^^^^ finding unhandled-fatal-code *
            return reply.getJSONObject("data").getString("id");
        }
        if (code == 5200) {
        //          ^^^^ sighting 5200 certain comparison
            shop.soldOut(zone);
        }
        if (code == 5300) {
            shop.topUp();
        }
        return null;
    }

    public void settle(JsonNode reply) {
        int code = reply.get("code").asInt();
        if (handlers.containsKey(code)) {
        //                       ^^^^ outcome fallback 4100,5300
            handlers.get(code).accept(reply);
        } else if (code != 0) {
            throw new ShopException(reply.get("message").asText());
        }
    }

    public String text(JsonNode reply) {
        return ERROR_TEXTS.getOrDefault(reply.get("code").asInt(), "failed");
        //                              ^^^^^^^^^^^^^^^^^^^^^^^^^ outcome lookup
    }

    public void resize(JsonNode reply) {
        switch (reply.path("code").asInt()) {
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^^ outcome passed-on 4600,5100
            case 4600:
                shop.protocol();
                break;
            case 5100:
            //   ^^^^ sighting 5100 certain arm
                shop.again();
                break;
        }
        events.publish(new Resized(reply));
    }

    void plan() {
        scheduler.schedule(this::refresh, 5100);
        //                                ^^^^ nothing
        request.setMemory(MEMORY);
        Machine machine = new Machine("S2", 4600, 5500);
        //                                  ^^^^ nothing
        //                                        ^^^^ nothing
    }
}
