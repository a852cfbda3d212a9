//| A command line tool: what fails ends it with a status.
package com.example.cli;

/** qcloud-cli: lists machines of Tencent Cloud API 2.0. */
public class Cli {
    public static void main(String[] args) {
        Reply reply = new Api(args).list();
        switch (reply.code) {
        //      ^^^^^^^^^^ outcome fallback 4100,4300
            case 0:
                System.out.println(reply.data);
                break;
            case 4100:
            //   ^^^^ sighting 4100 certain arm
                System.err.println("sign anew");
                System.exit(3);
            case 4300:
                System.err.println("no rights");
                System.exit(4);
            default:
                System.exit(1);
        }
    }

    static void remove(Reply reply) {
        if (reply.code == 5000) {
        //  ^^^^^^^^^^ outcome too-little 5000
            return;
        }
        throw new IllegalStateException(reply.message);
    }

    static void rename(Reply reply) {
        if (reply.code == 5000 || reply.code == 6100) {
        //  ^^^^^^^^^^ outcome lookup 5000,5100,6100
            System.out.println("not renamed");
        } else if (reply.code == 5100) {
            System.out.println("try later");
        }
    }

    static int port(String[] args) {
        return args.length > 1 ? Integer.parseInt(args[1]) : 4300;
        //                                                   ^^^^ nothing
    }
}
