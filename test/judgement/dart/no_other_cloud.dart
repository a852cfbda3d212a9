//| Codes of another cloud, and of a shop's own API.
import 'package:aws_client/ec2.dart';

Future<void> start(Ec2 ec2, String id) async {
  try {
    await ec2.startInstances(instanceIds: [id]);
  } on AwsException catch (e) {
    if (e.code == 'AuthFailure') {
      //           ^^^^^^^^^^^ nothing
      login();
    } else if (e.code == 'UnauthorizedOperation') {
      //                  ^^^^^^^^^^^^^^^^^^^^^ nothing
      deny();
    } else {
      rethrow;
    }
  }
}

void order(OrderReply reply) {
  switch (reply.code) {
    case 4711:
    case 4100:
    //   ^^^^ nothing
      cancel();
    case 4815:
      ship();
    case 9001:
      refund();
  }
}
