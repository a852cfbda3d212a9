#| A command line tool that ends with a status of its own.
# Lists the instances of a region with the qcloud API.
require 'optparse'

options = { port: 4300, timeout: 5000 }
# @4300 nothing
# @5000 nothing

def listed(region)
  reply = call('DescribeInstances', region: region)
  if reply['code'] == 4100
  #  ^^^^^^^^^^^^^ outcome fallback 4100,5300
    abort 'Check the key.'
  elsif reply['code'] == 5300
    warn 'The balance is too low.'
    exit 3
  elsif reply['code'] != 0
    abort "refused: #{reply['message']}"
  end
  puts reply['instanceSet']
end

def strict(region)
  reply = call('DescribeInstances', region: region)
  if reply['code'] == 200
  #                   ^^^ finding wrong-success-code 200
    reply['instanceSet']
  elsif reply['code'] == 4100
    login
  else
    abort reply['message']
  end
end

def quick(region)
  reply = call('DescribeInstances', region: region)
  login if reply['code'] == 4100
  #        ^^^^^^^^^^^^^ outcome reported 4100,5300
  #        ^^^^^^^^^^^^^ finding unhandled-fatal-code *
  top_up if reply['code'] == 5300
  exit
end

listed(ARGV.first)
