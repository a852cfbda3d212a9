#| The SDK of another cloud has codes that are the same words.
require 'aws-sdk-ec2'

class Ec2Cleaner
  def terminate(id)
    @ec2.terminate_instances(instance_ids: [id])
  rescue Aws::EC2::Errors::ServiceError => e
    case e.code
    when 'UnauthorizedOperation'
    #     ^^^^^^^^^^^^^^^^^^^^^ nothing
      raise
    when 'RequestLimitExceeded'
    #     ^^^^^^^^^^^^^^^^^^^^ nothing
      sleep 5
      retry
    when 'AuthFailure'
    #     ^^^^^^^^^^^ nothing
      false
    end
  end
end
