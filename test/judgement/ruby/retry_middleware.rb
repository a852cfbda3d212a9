#| A retry helper around the calls: what may be tried again and what must not.
module Qcloud
  class RetryMiddleware
    RETRY_CODES = [4400, 6000, 6200].freeze
    # @RETRY_CODES outcome retry-set 4400,6000,6200
    DELAY = 5000
    #       ^^^^ nothing

    def eagerly(params)
      loop do
        reply = yield params
        case reply['code']
        #    ^^^^^^^^^^^^^ outcome fallback
        when 0
          return reply
        when 4300, 4400
        #    ^^^^ finding retried-fatal-code 4300
          sleep 1
          next
        else
          raise reply['message']
        end
      end
    end

    def patiently(params)
      5.times do |attempt|
        reply = yield params
        return reply unless RETRY_CODES.include?(reply['code'])
        #                                       ^^^^^^^^^^^^^ outcome retry-set

        sleep(2**attempt)
      end
      nil
    end
  end
end
