//| Ports, sizes, timeouts and statuses of a server.
import 'dart:io';

const defaultPort = 4100;
//                  ^^^^ nothing
const maxBody = 5000;
//              ^^^^ nothing
const idle = Duration(milliseconds: 4300);
//                                  ^^^^ nothing

Future<void> main() async {
  final server = await HttpServer.bind(InternetAddress.anyIPv4, 4600);
  //                                                            ^^^^ nothing
  await for (final request in server) {
    if (request.contentLength > 6100) {
    //                          ^^^^ nothing
      request.response.statusCode = HttpStatus.requestEntityTooLarge;
    }
    switch (request.connectionInfo?.remotePort) {
      case 5200:
      //   ^^^^ nothing
      case 5300:
      //   ^^^^ nothing
        request.response.write('internal');
    }
    await request.response.close();
  }
}
