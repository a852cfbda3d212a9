//| Theme: a command line tool for disks: exit codes, texts, a definition table, errno.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "qcloud/api.h"

static const struct {
    int code;
    const char *text;
} error_codes[] = {
// @error_codes outcome definition 4100,4300,5000
    { 4100, "sign in first" },
    // @4100 sighting 4100 certain member
    { 4300, "ask for access" },
    { 5000, "there is no such disk" },
};

static const char *explain(int code)
{
    for (size_t i = 0; i < sizeof error_codes / sizeof error_codes[0]; i++)
        if (error_codes[i].code == code)
            return error_codes[i].text;
    return "something failed";
}

static int attach(const char *id)
{
    struct qcloud_reply *reply = qcloud_call("AttachDisks", id);
    switch (reply->code) {
    // @reply->code outcome fallback 4100,5000
    case 0:
        return 0;
    case 4100:
    case 5000:
        puts(explain(reply->code));
        return 0;
    default:
        fprintf(stderr, "%s\n", explain(reply->code));
        return -1;
    }
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: disks ID\n");
        return 64;
    }
    int exit_code = system("sync");
    if (exit_code == 4100)
    //               ^^^^ nothing
        return 3;
    if (attach(argv[1]) != 0 && errno == ENOENT)
        return 4;
    struct qcloud_reply *reply = qcloud_call("DescribeDisks", argv[1]);
    if (strcmp(reply->codeDesc, "AuthFailure") == 0)
    // @reply->codeDesc outcome fallback 4100
        qcloud_sign_in();
    else if (strcmp(reply->codeDesc, "Success") != 0)
        exit(EXIT_FAILURE);
    return 0;
}
