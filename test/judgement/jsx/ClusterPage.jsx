//| API 3.0 in the browser's build of a console.
import { useEffect } from 'react';
import { tke } from 'tencentcloud-sdk-nodejs-tke';
import { toast } from './toast.js';

const client = new tke.v20180525.Client({ region: 'ap-tokyo', profile: { httpProfile: { reqTimeout: 6000 } } });
// @6000 nothing

export function ClusterPage({ id, onGone, onLocked }) {
  const load = async () => {
    try {
      return await client.DescribeClusters({ ClusterIds: [id] });
    } catch (err) {
      switch (err.code) {
      //      ^^^^^^^^ outcome reported
      //      ^^^^^^^^ finding unhandled-fatal-code *
        case 'ResourceNotFound.ClusterNotFound':
        // @ResourceNotFound.ClusterNotFound sighting ResourceNotFound.ClusterNotFound certain arm
          onGone(id);
          break;
        case 'UnauthorizedOperation':
        // @UnauthorizedOperation sighting UnauthorizedOperation certain arm
          onLocked();
          break;
        case 'ServiceUnavailable':
        // @ServiceUnavailable sighting ServiceUnavailable certain arm
          toast('later');
          break;
      }
      return null;
    }
  };

  const remove = async () => {
    try {
      await client.DeleteCluster({ ClusterId: id, InstanceDeleteMode: 'terminate' });
    } catch (err) {
      if (err.code === 'ResourceNotFound' || err.code === 'ResourceNotFound.ClusterNotFound') {
      //  ^^^^^^^^ outcome fallback
      // @ResourceNotFound sighting ResourceNotFound certain comparison
        return true;
      } else if (err.code === 'ResourceInUse') {
      // @ResourceInUse sighting ResourceInUse certain comparison
        toast(err.message);
        return false;
      }
      throw err;
    }
    return true;
  };

  const scale = async (count) => {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        return await client.ModifyClusterNodePool({ ClusterId: id, MaxNodesNum: count });
      } catch (err) {
        if (err.code === 'UnauthorizedOperation') {
        //  ^^^^^^^^ outcome fallback
        // @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
        // @UnauthorizedOperation finding retried-fatal-code UnauthorizedOperation
          continue;
        }
        if (err.code === 'ResourceUnavailable') {
        // @ResourceUnavailable sighting ResourceUnavailable certain comparison
          toast('busy');
          continue;
        }
        throw err;
      }
    }
    return null;
  };

  useEffect(() => {
    load().catch((err) => {
      if (err.code.split('.')[0] === 'AuthFailure') onLocked();
      // @`err.code.split('.')[0]` outcome passed-on
      // @AuthFailure sighting AuthFailure certain comparison
      else if (err.code.startsWith('InternalError')) toast('theirs');
      // @InternalError sighting InternalError certain argument
      onGone(err);
    });
  }, []);

  return <button onClick={remove} onDoubleClick={() => scale(4100)} tabIndex={4300} />;
  // @4100 nothing
  // @4300 nothing
}

/** Kubernetes has its own words for what went wrong. */
export function explainPod(status) {
  if (status.code === 137) toast('killed');
  if (status.code === 143) toast('stopped');
}
