#| The codes as constants, their texts, and what is asked of them.
module Qcloud
  module ErrorCode
  #      ^^^^^^^^^ outcome definition
    SUCCESS = 0
    AUTH_FAILURE = 4100
    #              ^^^^ sighting 4100 certain member
    DENIED = 4300
    QUOTA = 4400
    NOT_FOUND = 5000

    CODE_TEXTS = {
    # @CODE_TEXTS outcome definition
      4100 => 'The signature is wrong.',
      4300 => 'Refused.',
      5000 => 'There is no such resource.'
    }.freeze

    def self.text(code)
      CODE_TEXTS.fetch(code, 'Unknown error')
    end

    def self.denied?(code)
      code == AUTH_FAILURE || code == DENIED
      # @code outcome predicate 4100,4300
    end

    def self.hint(code)
      case code
      #    ^^^^ outcome lookup 4100,4300,4400
      when AUTH_FAILURE then 'Check the key.'
      when DENIED then 'Ask for access.'
      when QUOTA then 'Wait.'
      else ''
      end
    end
  end
end
