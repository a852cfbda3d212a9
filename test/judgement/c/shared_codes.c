//| Theme: a header's codes in two files.
//= file: include/qcloud_codes.h
#ifndef QCLOUD_CODES_H
#define QCLOUD_CODES_H
enum qcloud_error_code {
// @qcloud_error_code outcome definition 4100,4300,4400
    QCLOUD_AUTH = 4100,
    // @4100 sighting 4100 certain member
    QCLOUD_DENIED = 4300,
    QCLOUD_BUSY = 4400,
};
#define QCLOUD_PORT 5000
//                  ^^^^ nothing
#endif
//= file: src/client.c
#include "qcloud_codes.h"
#include <stdio.h>

int client_check(const struct reply *reply)
{
    switch (reply->code) {
    // @reply->code outcome reported 4100,4300,4400
    // @reply->code finding unhandled-fatal-code *
    case QCLOUD_AUTH:
    // @QCLOUD_AUTH sighting 4100 certain arm
        sign_in();
        break;
    case QCLOUD_DENIED:
        ask();
        break;
    case QCLOUD_BUSY:
        back_off();
        break;
    }
    return 0;
}
//= file: src/quiet.c
#include "qcloud_codes.h"

int quiet_is_auth(int code)
{
    return code == QCLOUD_AUTH || code == QCLOUD_DENIED;
    //     ^^^^ outcome predicate 4100,4300
}
