//| An interceptor of an HTTP library, and handlers by code.
import 'package:dio/dio.dart';

/// Looks at what the QCloud API 2.0 says.
class QcloudInterceptor extends Interceptor {
  QcloudInterceptor(this.session);

  final Session session;

  @override
  void onResponse(Response response, ResponseInterceptorHandler handler) {
    final code = response.data['code'] as int?;
    if (code == null || code == 0) return handler.next(response);
    //                  ^^^^ outcome fallback 4100,4104
    if (code == 4100) {
      session.clear();
    } else if (code == 4104) {
      session.newKey();
    }
    handler.reject(DioException(requestOptions: response.requestOptions, message: '${response.data['message']}'));
  }

  late final _handlers = <int, void Function(Response)>{
  //         ^^^^^^^^^ outcome definition 4100,4300
    4100: (_) => session.clear(),
    4300: (_) => session.deny(),
  };

  void dispatch(Response response) {
    final handle = _handlers[response.data['code']];
    //                       ^^^^^^^^^^^^^^^^^^^^^ outcome fallback 4100,4300
    if (handle == null) throw StateError('${response.data}');
    handle(response);
  }
}
