//| An enum of codes, and what is done with it.
import 'package:qcloud/qcloud.dart';

enum QcloudCode {
//   ^^^^^^^^^^ outcome definition
  success(0),
  invalidParameter(4000),
  authFailure(4100),
  //          ^^^^ sighting 4100 certain member
  accessDenied(4300),
  resourceNotFound(5000);

  const QcloudCode(this.value);

  final int value;

  static QcloudCode? fromValue(int value) => QcloudCode.values.where((c) => c.value == value).firstOrNull;
}

class Dispatcher {
  void settle(Reply reply) {
    switch (QcloudCode.fromValue(reply.code)) {
    //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ outcome reported 4100,4300
    //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ finding unhandled-fatal-code *
      case QcloudCode.success:
        show(reply);
      case QcloudCode.authFailure:
        login();
      case QcloudCode.accessDenied:
        blocked();
      default:
        break;
    }
  }

  void throws(Reply reply) {
    if (reply.code == QcloudCode.success.value) {
    //  ^^^^^^^^^^ outcome fallback 4100,5000
      show(reply);
    } else if (reply.code == QcloudCode.authFailure.value) {
      login();
    } else if (reply.code == QcloudCode.resourceNotFound.value) {
      create();
    } else {
      throw QcloudException(reply.message);
    }
  }
}
