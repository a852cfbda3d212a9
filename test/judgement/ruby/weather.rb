#| A weather widget, ports, sizes, statuses and years.
require 'net/http'

class Weather
  ICONS = {
    1000 => 'clear',
    4000 => 'drizzle',
    # @4000 nothing
    4200 => 'rain',
    5000 => 'snow',
    # @5000 nothing
    5100 => 'flurries',
    6000 => 'freezing-drizzle',
    7000 => 'ice'
  }.freeze

  def icon(weather_code)
    ICONS.fetch(weather_code, 'cloud')
  end

  def fetch(place)
    http = Net::HTTP.new('weather.example.com', 4100)
    #                                           ^^^^ nothing
    http.read_timeout = 5300
    #                   ^^^^ nothing
    response = http.get("/#{place}")
    return if response.code == '5000'
    #                           ^^^^ nothing

    zip_code = settings['zip_code']
    return [] if zip_code == '4100' || (4000..5000).cover?(settings['population'])
    # @4100 nothing
    # @4000 nothing

    response.body
  end
end
