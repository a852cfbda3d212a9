//| Codes that somebody swallows.
import 'package:qcloud/qcloud.dart';

Future<void> delete(QcloudClient client, String id) async {
  final reply = await client.call('DeleteImages', {'id': id});
  switch (reply.code) {
  //      ^^^^^^^^^^ outcome fallback 4300,5000
    case 0:
      client.forget(id);
    case 5000:
      // it is gone already
      break;
    case 4300:
    //   ^^^^ finding swallowed-fatal-code 4300
      break;
    default:
      throw QcloudException(reply.code, reply.message);
  }
}

Future<void> touch(QcloudClient client, String id) async {
  final reply = await client.call('TouchImages', {'id': id});
  if (reply.code == 4100) {
  //  ^^^^^^^^^^ outcome reported 4100,4300
  //  ^^^^^^^^^^ finding unhandled-fatal-code *
    await client.login();
  }
  if (reply.code == 4300) {
    client.deny(id);
  }
  print('touched $id');
}

bool mayAskAgain(Reply reply) => const {4400, 6000}.contains(reply.code);

void early(QcloudClient client, Reply reply) {
  if (const {5200, 5300, 5500}.contains(reply.code)) {
    //       ^^^^ sighting 5200 certain membership
    //                                  ^^^^^^^^^^ outcome fallback 4100,5200,5300,5500
    client.account();
    return;
  }
  if (reply.code == 4100) {
    client.login();
    return;
  }
  if (reply.code != 0) throw QcloudException(reply.code, reply.message);
}
