//| A repository that maps codes to exceptions by a switch expression.
import 'package:qcloud_api/qcloud_api.dart';

/// Reads balances from the QcloudApi.
class BalanceRepository {
  const BalanceRepository(this.api);

  final QcloudApi api;

  Future<Balance> balance() async {
    final reply = await api.call('DescribeAccountBalance');
    return switch (reply.code) {
    //             ^^^^^^^^^^ outcome fallback 4100,4300,5300
      0 => Balance.fromJson(reply.data),
      4100 || 4300 => throw const AccessDenied(),
      //      ^^^^ sighting 4300 certain arm
      5300 => throw const BalanceTooLow(),
      final code => throw ApiException(code, reply.message),
    };
  }

  Future<bool> isLow() async {
    final reply = await api.call('DescribeAccountBalance');
    return switch (reply.code) { 5200 || 5300 => true, _ => false };
    //             ^^^^^^^^^^ outcome predicate 5200,5300
  }

  String describe(int code) => switch (code) {
  //                                   ^^^^ outcome lookup 4100,4300,5300
        4100 => 'Sign in again.',
        4300 => 'Ask for access.',
        5300 => 'Top up your account.',
        _ => 'Something went wrong.',
      };
}
