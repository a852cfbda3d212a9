//| A client of a Flutter app: a switch that forgets codes, one that hands the reply on, one with a default that fails.
import 'dart:convert';

import 'package:http/http.dart' as http;

import 'signature.dart';

const _host = 'cvm.api.qcloud.com';

class InstanceClient {
  InstanceClient(this._http, this._signer);

  final http.Client _http;
  final Signer _signer;
  int port = 4100;
  //         ^^^^ nothing

  Future<List<Instance>> list(String region) async {
    final response = await _http.get(Uri.https(_host, '/v2/index.php', _signer.sign('DescribeInstances', region)));
    if (response.statusCode != 200) {
      throw http.ClientException('status ${response.statusCode}');
    }
    final body = jsonDecode(response.body) as Map<String, dynamic>;
    final code = body['code'] as int;
    switch (code) {
    //      ^^^^ outcome reported 4100,4400
    //      ^^^^ finding unhandled-fatal-code *
      case 0:
      //   ^ sighting 0 certain arm
        break;
      case 4100:
      //   ^^^^ sighting 4100 certain arm
        _signer.renew();
        return const [];
      case 4400:
      //   ^^^^ sighting 4400 certain arm
        await Future<void>.delayed(const Duration(milliseconds: 5000));
        //                                                      ^^^^ nothing
        return list(region);
    }
    return (body['instanceSet'] as List).map(Instance.fromJson).toList();
  }

  Future<Map<String, dynamic>> raw(String action) async {
    final response = await _http.get(Uri.https(_host, '/v2/index.php', _signer.sign(action, '')));
    final reply = jsonDecode(response.body) as Map<String, dynamic>;
    switch (reply['code']) {
    //      ^^^^^^^^^^^^^ outcome passed-on 4100,4300
      case 4100:
      //   ^^^^ sighting 4100 certain arm
        _signer.renew();
      case 4300:
      //   ^^^^ sighting 4300 certain arm
        _log('no permission');
    }
    return reply;
  }

  Future<void> stop(String id) async {
    final reply = await raw('StopInstances');
    switch (reply['code']) {
    //      ^^^^^^^^^^^^^ outcome fallback 5000
      case 0:
        return;
      case 5000:
      //   ^^^^ sighting 5000 certain arm
        _forget(id);
      default:
        throw QcloudException('${reply['code']}', '${reply['message']}');
    }
  }
}
