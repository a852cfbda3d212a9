//| Theme: a chat gateway's close codes.
#include "ws.h"

enum close_code {
    CLOSE_UNKNOWN = 4000,
    //              ^^^^ nothing
    CLOSE_NOT_AUTHENTICATED = 4003,
    CLOSE_RATE_LIMITED = 4008,
};

void on_close(struct ws *socket, int code)
{
    switch (code) {
    case 4000:
    // @4000 nothing
        ws_resume(socket);
        break;
    case 4003:
        ws_identify(socket);
        break;
    case 4008:
        ws_wait(socket, 5000);
        //              ^^^^ nothing
        break;
    default:
        ws_reconnect(socket);
    }
}
