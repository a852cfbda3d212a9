//| Theme: a daemon's settings beside calls of qcloud: ports, sizes, masks, versions, years.
#include <stdint.h>
#include <sys/socket.h>
#include <syslog.h>

#include "qcloud/api.h"

#define LISTEN_PORT 4100
//                  ^^^^ nothing
#define MAX_CLIENTS 5000
//                  ^^^^ nothing
static const uint16_t allowed_ports[] = { 4000, 4300, 4600 };
//                                        ^^^^ nothing
//                                              ^^^^ nothing
static const char version[] = "5.5.0-5500";

struct settings {
    int port;
    int backlog;
};

static struct settings defaults = { .port = 4600, .backlog = 5200 };
//                                          ^^^^ nothing
//                                                           ^^^^ nothing

int serve(struct settings *settings)
{
    if (settings->port == 5300 || settings->backlog > 6100)
    //                    ^^^^ nothing
    //                                                ^^^^ nothing
        return -1;
    struct qcloud_reply *reply = qcloud_call("RegisterTargets", version);
    if (reply->code != 0) {
    // @reply->code outcome fallback 4100
        if (reply->code == 4100)
            qcloud_sign_in();
        syslog(LOG_ERR, "qcloud: %d %s", reply->code, reply->message);
        return -1;
    }
    return listen(settings->port, settings->backlog);
}
