#| A Rails controller that answers the browser.
class InstancesController < ApplicationController
  # The replies come from Qcloud.
  def show
    reply = client.describe(params[:id])
    code = reply['code']
    return render(json: { message: 'There is no such instance.' }, status: 404) if code == 5000
    #                                                                              ^^^^ outcome fallback
    return head(:forbidden) if code == 4300

    if code != 0
      Rails.logger.error("describe failed: #{code}")
      return render(json: { message: 'The cloud refused.' }, status: 502)
    end
    render json: reply['instanceSet']
  end

  def reboot
    reply = client.reboot(params[:id])
    case reply['codeDesc']
    #    ^^^^^^^^^^^^^^^^^ outcome fallback 4000,4100
    when 'Success' then render(json: { ok: true })
    when 'AuthFailure' then render(json: { ok: false }, status: 401)
    when 'InvalidParameter' then render(json: { ok: false }, status: 422)
    else render(json: { ok: false, message: reply['message'] }, status: 502)
    end
  end

  def destroy
    reply = client.destroy(params[:id])
    case reply['code']
    #    ^^^^^^^^^^^^^ outcome reported 4100,5000
    #    ^^^^^^^^^^^^^ finding unhandled-fatal-code *
    when 4100
      logger.info('not signed in')
    when 5000
    #    ^^^^ finding swallowed-fatal-code 5000
    end
    render json: { ok: true }
  end

  def page
    size = params[:page].to_i > 4000 ? 5000 : 4100
    #                           ^^^^ nothing
    # @5000 nothing
    # @4100 nothing
    client.page(size)
  end
end
