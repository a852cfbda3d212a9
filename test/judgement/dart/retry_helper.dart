//| A helper that tries again: what is worth it, and what is not.
import 'dart:math';

/// Sends requests to the Qcloud API (API 2.0) and sends them again where that helps.
class Retrier {
  Retrier(this._send, {this.maxAttempts = 3});

  final Future<Reply> Function(Request) _send;
  final int maxAttempts;

  static const retryable = {4400, 5100, 6000, 6200};

  Future<Reply> run(Request request) async {
    for (var attempt = 1; attempt <= maxAttempts; attempt++) {
      final reply = await _send(request);
      if (reply.code == 0) return reply;
      //  ^^^^^^^^^^ outcome fallback
      if (retryable.contains(reply.code)) {
        await Future.delayed(Duration(milliseconds: min(4000, 250 << attempt)));
        //                                              ^^^^ nothing
        continue;
      }
      throw ApiException(reply.code, reply.message);
    }
    throw StateError('gave up');
  }

  Future<Reply> forever(Request request) async {
    while (true) {
      final reply = await _send(request);
      switch (reply.code) {
      //      ^^^^^^^^^^ outcome fallback
        case 0:
          return reply;
        case 4100:
        //   ^^^^ finding retried-fatal-code 4100
          await Future.delayed(const Duration(seconds: 2));
          continue;
        case 4400:
        //   ^^^^ sighting 4400 certain arm
          await Future.delayed(const Duration(seconds: 2));
          continue;
        default:
          throw ApiException(reply.code, reply.message);
      }
    }
  }

  bool isTransient(int code) => code == 5100 || code == 6000 || code == 6200;
}
