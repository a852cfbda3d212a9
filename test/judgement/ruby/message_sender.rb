#| A sender of text messages on the SDK of API 3.0.
require 'tencentcloud-sdk-common'
require 'tencentcloud-sdk-sms'

class MessageSender
  RETRYABLE = %w[RequestLimitExceeded.UinLimitExceeded InternalError].freeze
  # @RETRYABLE outcome retry-set

  def initialize(client, logger)
    @client = client
    @logger = logger
  end

  def deliver(request)
    @client.SendSms(request)
  rescue TencentCloud::Common::TencentCloudSDKException => e
    case e.code
    #    ^^^^^^ outcome fallback
    when 'FailedOperation.PhoneNumberInBlacklist'
      nil
    when 'LimitExceeded.PhoneNumberDailyLimit'
      later(request)
    when 'UnauthorizedOperation.SmsSdkAppIdVerifyFail'
      @logger.fatal('The app id was refused.')
      raise
    else
      raise SendingFailed, e.message
    end
  end

  def quietly(request)
    @client.SendSms(request)
  rescue TencentCloud::Common::TencentCloudSDKException => e
    if e.code == 'InternalError'
    #  ^^^^^^ outcome reported
    #  ^^^^^^ finding unhandled-fatal-code *
    #             ^^^^^^^^^^^^^ sighting InternalError certain comparison
      later(request)
    elsif e.code.start_with?('LimitExceeded')
      tomorrow(request)
    end
    nil
  end

  def retried(request)
    tries ||= 0
    @client.SendSms(request)
  rescue TencentCloud::Common::TencentCloudSDKException => e
    retry if RETRYABLE.include?(e.code) && (tries += 1) < 3
    raise
  end

  def may_retry?(error)
    RETRYABLE.include?(error.code)
    #                  ^^^^^^^^^^ outcome retry-set
  end
end
