/* Reads replies of live.api.qcloud.com. */
//| Theme: replies read with cJSON: getters, a message that is handed on, a lost code.
#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

#define LIVE_PORT 4600
//                ^^^^ nothing

int live_check(const char *body, char *message, size_t size)
{
    cJSON *reply = cJSON_Parse(body);
    cJSON *code = cJSON_GetObjectItem(reply, "code");
    if (code->valueint == 4100) {
    //  ^^^^^^^^^^^^^^ outcome passed-on 4100,4300
    //                    ^^^^ sighting 4100 certain comparison
        live_sign_in();
        return 0;
    }
    if (code->valueint == 4300) {
        live_ask();
        return 0;
    }
    snprintf(message, size, "%s", cJSON_GetObjectItem(reply, "message")->valuestring);
    return code->valueint;
}

int live_lost(const char *body)
{
    cJSON *reply = cJSON_Parse(body);
    switch (cJSON_GetObjectItem(reply, "code")->valueint) {
    // @`cJSON_GetObjectItem(reply, "code")->valueint` outcome reported 4100,5300
    // @`cJSON_GetObjectItem(reply, "code")->valueint` finding unhandled-fatal-code *
    case 0:
        break;
    case 4100:
        live_sign_in();
        break;
    case 5300:
        live_top_up();
        break;
    }
    cJSON_Delete(reply);
    return 0;
}

int live_port(const cJSON *config)
{
    const cJSON *port = cJSON_GetObjectItem(config, "port");
    return port->valueint == 5000 || port->valueint == 4000;
    //                       ^^^^ nothing
    //                                                 ^^^^ nothing
}
