//| Close codes of a socket beside a client of the API.
import 'package:qcloud/qcloud.dart';
import 'package:web_socket_channel/io.dart';

class Relay {
  void onDone(IOWebSocketChannel channel) {
    switch (channel.closeCode) {
      case 4000:
      //   ^^^^ nothing
        reconnect();
      case 4004:
      //   ^^^^ nothing
        logout();
      case 1000 || 1001:
        break;
    }
  }

  void send(QcloudClient client) => client.post(port: 4100, timeoutMs: 5000);
  //                                                  ^^^^ nothing
  //                                                                   @5000 nothing
}
