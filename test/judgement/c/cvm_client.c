/* Asks cvm.api.qcloud.com about machines. */
//| Theme: a client. A switch that forgets, a goto to the end, a retry, an alias, numbers of other kinds.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cvm.h"

#define CVM_HOST "cvm.api.qcloud.com"
#define CVM_TIMEOUT_MS 5000
//                     ^^^^ nothing
#define CVM_BUFFER 4300
//                 ^^^^ nothing

int cvm_describe(const char *id, struct instance *out)
{
    char buffer[CVM_BUFFER];
    struct cvm_reply *reply = cvm_send("DescribeInstances", id, buffer, sizeof buffer);
    if (!reply)
        return -1;
    switch (reply->code) {
    // @reply->code outcome reported 4100,5000
    // @reply->code finding unhandled-fatal-code 4000,4300,4600,5200,5300,5500,6100
    case 0:
    // @0 sighting 0 certain arm
        instance_copy(out, reply);
        break;
    case 4100:
    // @4100 sighting 4100 certain arm
        cvm_sign_in();
        break;
    case 5000:
    // @5000 sighting 5000 certain arm
        instance_forget(id);
        break;
    }
    cvm_free(reply);
    return 0;
}

int cvm_start(const char *id)
{
    int result = 0;
    struct cvm_reply *reply = cvm_send("StartInstances", id, NULL, 0);
    if (reply->code == 4100) {
    // @reply->code outcome fallback 4100,4300
        cvm_sign_in();
    } else if (reply->code == 4300) {
    // @4300 sighting 4300 certain comparison
        cvm_ask();
    } else if (reply->code != 0) {
        fprintf(stderr, "cvm: %d %s\n", reply->code, reply->message);
        result = -1;
        goto out;
    }
    usleep(4000);
    //     ^^^^ nothing
out:
    cvm_free(reply);
    return result;
}

int cvm_stop(const char *id)
{
    for (int attempt = 0; attempt < 3; attempt++) {
        struct cvm_reply *reply = cvm_send("StopInstances", id, NULL, 0);
        int code = reply->code;
        cvm_free(reply);
        if (code == 0)
        // @code outcome fallback 4300,4400
            return 0;
        if (code == 4300)
        //          ^^^^ finding retried-fatal-code 4300
            continue;
        if (code == 4400) {
            sleep(1);
            continue;
        }
        return -1;
    }
    return -1;
}

int cvm_port(int port)
{
    if (port == 4100 || port == 5000)
    //          ^^^^ nothing
    //                          ^^^^ nothing
        return 1;
    return 0;
}
