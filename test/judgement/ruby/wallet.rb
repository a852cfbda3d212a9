#| Payments, sockets and ledgers: their codes are the same numbers.
require 'faye/websocket'

class WalletBridge
  ACCOUNTS = { '4000' => 'Sales', '4100' => 'Services', '5000' => 'Costs', '5100' => 'Wages' }.freeze
  # @4000 nothing
  # @4100 nothing

  def failed(error)
    case error['code']
    when 4001 then 'The user said no.'
    when 4100 then 'Not authorised by the wallet.'
    #    ^^^^ nothing
    when 4200 then 'The provider does not know the method.'
    #    ^^^^ nothing
    when 4900 then 'Disconnected.'
    else ''
    end
  end

  def closed(event)
    close_code = event.code
    reconnect(5000) if close_code == 4000 || close_code == 4300
    #         ^^^^ nothing
    # @4300 nothing
  end
end
