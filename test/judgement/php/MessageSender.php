//| A sender of text messages on the SDK of API 3.0.
<?php

declare(strict_types=1);

namespace App\Messages;

use Psr\Log\LoggerInterface;
use TencentCloud\Common\Exception\TencentCloudSDKException;
use TencentCloud\Sms\V20210111\Models\SendSmsRequest;
use TencentCloud\Sms\V20210111\SmsClient;

final class MessageSender
{
    private const RETRYABLE = ['RequestLimitExceeded.UinLimitExceeded', 'InternalError'];
    //            ^^^^^^^^^ outcome retry-set
    public function __construct(private SmsClient $client, private LoggerInterface $logger)
    {
    }

    public function send(SendSmsRequest $request): ?string
    {
        try {
            $response = $this->client->SendSms($request);
        } catch (TencentCloudSDKException $e) {
            switch ($e->getErrorCode()) {
            //      ^^^^^^^^^^^^^^^^^^ outcome fallback
                case 'FailedOperation.PhoneNumberInBlacklist':
                    return null;
                case 'LimitExceeded.PhoneNumberDailyLimit':
                    return $this->later($request);
                case 'UnauthorizedOperation.SmsSdkAppIdVerifyFail':
                    $this->logger->critical('The app id was refused.');
                    throw $e;
                default:
                    throw new SendingFailed($e->getMessage(), 0, $e);
            }
        }
        $status = $response->getSendStatusSet()[0];
        if ($status->Code !== 'Ok') {
        //  ^^^^^^^^^^^^^ outcome too-little
            throw new SendingFailed($status->Message);
        }
        return $status->SerialNo;
    }

    public function quietly(SendSmsRequest $request): void
    {
        try {
            $this->client->SendSms($request);
        } catch (TencentCloudSDKException $e) {
            if ($e->getErrorCode() === 'InternalError') {
            //  ^^^^^^^^^^^^^^^^^^ outcome reported
            //  ^^^^^^^^^^^^^^^^^^ finding unhandled-fatal-code *
            //                          ^^^^^^^^^^^^^ sighting InternalError certain comparison
                $this->later($request);
            } elseif (str_starts_with($e->getErrorCode(), 'LimitExceeded')) {
                $this->tomorrow($request);
            }
        }
    }

    public function told(SendSmsRequest $request): void
    {
        try {
            $this->client->SendSms($request);
        } catch (TencentCloudSDKException $e) {
            $this->logger->info($e->getMessage(), ['code' => $e->getCode()]);
            // @getCode finding dead-accessor -
        } catch (\Exception $e) {
            $this->logger->error($e->getMessage(), ['code' => $e->getCode()]);
        }
    }

    public function mayRetry(TencentCloudSDKException $e): bool
    {
        return in_array($e->getErrorCode(), self::RETRYABLE, true);
        //              ^^^^^^^^^^^^^^^^^^ outcome retry-set
    }
}
