#| A client of the old API as applications have it: signs, sends, reads the reply.
require 'net/http'
require 'json'

module Billing
  class QcloudClient
    HOST = 'cvm.api.qcloud.com'
    TIMEOUT = 5000
    #         ^^^^ nothing
    PORT = 4100
    #      ^^^^ nothing

    def initialize(logger:)
      @logger = logger
    end

    def describe(id)
      reply = send_request('DescribeInstances', 'instanceIds.0' => id)
      case reply['code']
      #    ^^^^^^^^^^^^^ outcome fallback 4100,4500,5000
      when 0 then reply['instanceSet']
      when 4100
      #    ^^^^ sighting 4100 certain arm
        @logger.error('The key was refused.')
        raise QcloudError, reply['message']
      when 4500
        sleep 4000
        #     ^^^^ nothing
        describe(id)
      when 5000 then []
      else raise QcloudError, "#{reply['code']}: #{reply['message']}"
      end
    end

    def start(id)
      reply = send_request('StartInstances', 'instanceIds.0' => id)
      if reply['code'] == 5100
      #  ^^^^^^^^^^^^^ outcome reported 4300,5100
      #  ^^^^^^^^^^^^^ finding unhandled-fatal-code *
      #                   ^^^^ sighting 5100 certain comparison
        report(reply['detail'])
      elsif reply['code'] == 4300
        @logger.warn('Not allowed to start.')
      end
      nil
    end

    def stop(id)
      reply = send_request('StopInstances', 'instanceIds.0' => id)
      return true if reply['code'].zero?
      #              ^^^^^^^^^^^^^ outcome too-little

      @logger.error(reply['message'])
      false
    end

    private

    def send_request(action, params)
      uri = URI("https://#{HOST}/v2/index.php")
      response = Net::HTTP.get_response(uri)
      raise "HTTP #{response.code}" if response.code == '5000'
      #                                                  ^^^^ nothing

      JSON.parse(response.body)
    end

    def report(detail)
      detail.each do |id, item|
        @logger.error("#{id}: #{item['message']}") if item['code'] != 0
        #                                             ^^^^^^^^^^^^ outcome too-little
      end
    end
  end
end
