//| Callers of an SDK for API 3.0.
import 'package:logging/logging.dart';
import 'package:tencentcloud_sdk/tencentcloud_sdk.dart';

final _log = Logger('cvm');

class Machines {
  Machines(this._client);

  final CvmClient _client;

  Future<Instance?> find(String id) async {
    try {
      final reply = await _client.describeInstances(DescribeInstancesRequest(ids: [id]));
      return reply.instances.firstOrNull;
    } on TencentCloudSDKException catch (e) {
      if (e.code == 'ResourceNotFound') return null;
      //  ^^^^^^ outcome fallback
      if (e.code.startsWith('AuthFailure')) {
        //                   ^^^^^^^^^^^ sighting AuthFailure certain comparison
        _client.renew();
      }
      rethrow;
    }
  }

  Future<void> start(String id) async {
    try {
      await _client.startInstances(StartInstancesRequest(ids: [id]));
    } on TencentCloudSDKException catch (e, stack) {
      switch (e.code) {
      //      ^^^^^^ outcome fallback ResourceNotFound,UnauthorizedOperation
        case 'ResourceNotFound':
        //    ^^^^^^^^^^^^^^^^ sighting ResourceNotFound certain arm
          return;
        case 'UnauthorizedOperation':
          _client.renew();
        default:
          _log.severe('start failed', e, stack);
      }
    }
  }

  Future<void> stop(String id) async {
    try {
      await _client.stopInstances(StopInstancesRequest(ids: [id]));
    } on TencentCloudSDKException catch (e) {
      if (e.code == 'ResourceNotFound') {
      //  ^^^^^^ outcome reported FailedOperation,ResourceNotFound
      //  ^^^^^^ finding unhandled-fatal-code *
        return;
      } else if (e.code == 'FailedOperation') {
        _log.info('not stopped yet');
      }
    }
  }
}
