using Cwa.Graph.Engine;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Cwa.Graph;

/// <summary>What a person is told when the directory sends them back and they cannot be signed in.</summary>
internal static class DirectoryFailures
{
    public static async Task TellAsync(RemoteFailureContext failed)
    {
        var back = failed.Properties?.RedirectUri ?? "/";
        var notice = NoticeOf(failed, back);
        if (notice.Status != StatusCodes.Status500InternalServerError)
            failed.HttpContext.RequestServices.GetRequiredService<Admissions>().NoteRefusal(failed.Failure!);
        await SignInDocuments.Of(notice).ExecuteAsync(failed.HttpContext);
        failed.HandleResponse();
    }

    private static SignInNotice NoticeOf(RemoteFailureContext failed, string back) =>
        CauseOf(failed.Failure!) switch
        {
            // The cookie or the state of the sign-in is missing, too old, or of another one.
            AuthenticationFailureException or OpenIdConnectProtocolInvalidNonceException => SignInNotice.TooLate(back),
            HttpRequestException or OperationCanceledException or DirectoryAwayException => SignInNotice.Away(back),
            OpenIdConnectProtocolException { Data: var data } cause => (data["error"] as string) switch
            {
                "invalid_grant" => SignInNotice.TooLate(back),
                "access_denied" or "login_required" or "interaction_required" or "consent_required" =>
                    SignInNotice.NotLetIn(back),
                "temporarily_unavailable" or "server_error" => SignInNotice.Away(back),
                // Something else answered: this is no JSON.
                null when cause.InnerException is not null => SignInNotice.Away(back),
                _ => Masked(failed.HttpContext, cause, back),
            },
            var cause => Masked(failed.HttpContext, cause, back),
        };

    // The handler wraps what its events throw.
    private static Exception CauseOf(Exception failure) =>
        failure is AuthenticationFailureException { InnerException: { } cause } ? CauseOf(cause) : failure;

    private static SignInNotice Masked(HttpContext http, Exception cause, string back)
    {
        var told = http.RequestServices.GetRequiredService<RequestExecutor>().Masked(cause);
        return told.TraceId is { } trace ? SignInNotice.Fault(trace, back) : SignInNotice.DatabaseAway(back);
    }
}
