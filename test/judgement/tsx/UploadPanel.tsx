//| Browser uploads on API 3.0: what the SDK throws, in a hook, a reducer and a boundary.
import { Component, useReducer, type ReactNode } from 'react';
import { vod } from 'tencentcloud-sdk-nodejs-vod';

type Action = { type: 'reset' } | { type: 'failed'; text: string };

const credentialCodes = ['AuthFailure.SecretIdNotFound', 'AuthFailure.TokenFailure'];
//    ^^^^^^^^^^^^^^^ outcome definition
// @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound certain member
// @AuthFailure.TokenFailure sighting AuthFailure.TokenFailure certain member

export function useUpload(client: InstanceType<typeof vod.v20180717.Client>) {
  const [state, dispatch] = useReducer((_: string, action: Action) => (action.type === 'failed' ? action.text : ''), '');

  const apply = async (name: string) => {
    try {
      await client.ApplyUpload({ MediaType: name });
    } catch (error: any) {
      if (credentialCodes.includes(error.code)) {
      //                           ^^^^^^^^^^ outcome reported
      //                           ^^^^^^^^^^ finding unhandled-fatal-code *
        dispatch({ type: 'reset' });
      } else if (error.code === 'InvalidParameterValue.MediaType') {
      // @InvalidParameterValue.MediaType sighting InvalidParameterValue.MediaType certain comparison
        dispatch({ type: 'failed', text: 'Not a video.' });
      }
    }
  };

  const commit = async (key: string) => {
    try {
      await client.CommitUpload({ VodSessionKey: key });
    } catch (error: any) {
      switch (error.code) {
      //      ^^^^^^^^^^ outcome fallback
        case 'ResourceNotFound':
        // @ResourceNotFound sighting ResourceNotFound certain arm
          return;
        case 'AuthFailure.SecretIdNotFound':
        // @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound certain arm
        // @AuthFailure.SecretIdNotFound finding swallowed-fatal-code AuthFailure.SecretIdNotFound
          break;
        case 'LimitExceeded':
        // @LimitExceeded sighting LimitExceeded certain arm
          dispatch({ type: 'failed', text: 'Too many.' });
          break;
        default:
          throw error;
      }
    }
  };

  const remove = async (id: string, onError: (error: unknown) => void) => {
    try {
      await client.DeleteMedia({ FileId: id });
    } catch (error: any) {
      const [family] = error.code.split('.');
      if (family === 'ResourceNotFound') return;
      //  ^^^^^^ outcome passed-on
      // @ResourceNotFound sighting ResourceNotFound certain comparison
      if (family === 'AuthFailure') return dispatch({ type: 'reset' });
      // @AuthFailure sighting AuthFailure certain comparison
      onError(error);
    }
  };

  return { state, apply, commit, remove, chunkSize: 5200, timeout: 6000 };
  // @5200 nothing
  // @6000 nothing
}

interface BoundaryState {
  readonly error?: { code: string; message: string };
}

export class UploadBoundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = {};

  static getDerivedStateFromError(error: BoundaryState['error']): BoundaryState {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    if (error.code.startsWith('UnauthorizedOperation')) return <p>Ask the owner. {error.message}</p>;
    // @error.code outcome fallback
    // @UnauthorizedOperation sighting UnauthorizedOperation certain argument
    else if (error.code.startsWith('AuthFailure')) return <p>Sign in. {error.message}</p>;
    // @AuthFailure sighting AuthFailure certain argument
    else return <p>{error.message}</p>;
  }
}

/** AWS has the same names; this one is about the bucket. */
export function AwsProblem({ awsError }: { awsError: { Code: string } }) {
  if (awsError.Code === 'AuthFailure') return <p>Bucket keys</p>;
  // @AuthFailure nothing
  if (awsError.Code === 'UnauthorizedOperation') return <p>Bucket policy</p>;
  // @UnauthorizedOperation nothing
  return null;
}
