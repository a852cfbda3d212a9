//| A Laravel controller that answers the browser.
<?php

namespace App\Http\Controllers;

use App\Qcloud\Client;
use Illuminate\Http\JsonResponse;
use Illuminate\Support\Facades\Log;

class InstanceController extends Controller
{
    public function __construct(private Client $qcloud)
    {
    }

    public function show(string $id): JsonResponse
    {
        $reply = $this->qcloud->describe($id);
        $code = $reply['code'];
        if ($code === 5000) {
        //  ^^^^^ outcome fallback
            return response()->json(['message' => 'There is no such instance.'], 404);
        }
        if ($code === 4300) {
            abort(403);
        }
        if ($code !== 0) {
            Log::error('describe failed', $reply);
            return response()->json(['message' => 'The cloud refused.'], 502);
        }
        return response()->json($reply['instanceSet'][0]);
    }

    public function reboot(string $id): JsonResponse
    {
        $reply = $this->qcloud->reboot($id);
        return match ($reply['codeDesc']) {
        //            ^^^^^^^^^^^^^^^^^^ outcome fallback 4000,4100
            'Success' => response()->json(['ok' => true]),
            'AuthFailure' => response()->json(['ok' => false], 401),
            'InvalidParameter' => response()->json(['ok' => false], 422),
            default => response()->json(['ok' => false, 'message' => $reply['message']], 502),
        };
    }

    public function destroy(string $id): JsonResponse
    {
        $reply = $this->qcloud->destroy($id);
        if ($reply['code'] === 4100) {
        //  ^^^^^^^^^^^^^^ outcome reported 4100,5000
        //  ^^^^^^^^^^^^^^ finding unhandled-fatal-code *
            Log::info('not signed in');
        } elseif ($reply['code'] === 5000) {
        //                           ^^^^ finding swallowed-fatal-code 5000
        }
        return response()->json(['ok' => true]);
    }

    public function paginate(int $page): array
    {
        $size = $page > 4000 ? 5000 : 4100;
        //             ^^^^ nothing
        // @5000 nothing
        // @4100 nothing
        return $this->qcloud->page($page, $size);
    }
}
