//| HTTP statuses and exit codes.
import 'package:http/http.dart' as http;
import 'package:tencentcloud/tencentcloud.dart';

Future<String> get(Uri url) async {
  final response = await http.get(url);
  if (response.statusCode == 4100) throw StateError('odd');
  //                         ^^^^ nothing
  return response.body;
}

Future<void> run(String program) async {
  final result = await Process.run(program, const []);
  switch (result.exitCode) {
    case 4000:
    //   ^^^^ nothing
      throw StateError('usage');
    case 5000:
    //   ^^^^ nothing
      throw StateError('lost');
  }
}
