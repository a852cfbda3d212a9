//| A bloc that turns replies into states.
import 'package:flutter_bloc/flutter_bloc.dart';
import 'package:qcloud/qcloud.dart';

class InstancesCubit extends Cubit<InstancesState> {
  InstancesCubit(this._client) : super(const InstancesInitial());

  final QcloudClient _client;

  Future<void> load() async {
    emit(const InstancesLoading());
    final reply = await _client.describeInstances();
    if (reply.code == 0) {
    //  ^^^^^^^^^^ outcome fallback 4100,4300
      emit(InstancesLoaded(reply.data));
    } else if (reply.code == 4100 || reply.code == 4300) {
      //                     ^^^^ sighting 4100 certain comparison
      emit(const InstancesLoggedOut());
    } else {
      emit(InstancesFailure(reply.message));
    }
  }

  Future<void> start(String id) async {
    final reply = await _client.startInstance(id);
    if (reply.code == 4100) {
    //  ^^^^^^^^^^ outcome reported 4100,5000
    //  ^^^^^^^^^^ finding unhandled-fatal-code *
      emit(const InstancesLoggedOut());
    } else if (reply.code == 5000) {
      emit(const InstancesGone());
    }
  }
}
