using System.Security.Claims;
using Cwa.Graph.Engine;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Cwa.Graph;

/// <summary>
/// Identifies the caller by the token or the cookie of a request, or by a token that a WebSocket sends later.
/// </summary>
internal sealed partial class Admissions(
    Callers callers,
    IOptionsMonitor<SecuritySettings> settings,
    Revocations revocations,
    IServiceScopeFactory scopes,
    IHostEnvironment environment,
    Site site,
    ILogger<Admissions> log
) : IAdmissions
{
    private const int LongestReason = 250;

    private static readonly Caller LocalNpr = new("local", "a developer on this machine", [Roles.Read], [], []);

    /// <summary>The sender of the request; null if the credentials are not accepted.</summary>
    /// <exception cref="GraphQL.ExecutionError">They cannot be checked for now (UNAVAILABLE).</exception>
    public async Task<Admission?> AdmitAsync(HttpContext http)
    {
        // Authentication has already run, except for the request that stands for a WebSocket's token.
        var shown =
            http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult ?? await http.AuthenticateAsync();
        if (shown is { Succeeded: true })
        {
            var caller = await callers.OfAsync(shown.Principal, http.RequestAborted);
            if (!IsRevoked(caller))
                return new(this, caller, shown.Principal, shown.Properties?.ExpiresUtc);
            Revoked(log, caller.Subject);
            return null;
        }

        if (shown.Failure is DirectoryAwayException)
            throw RequestError.SignInUnavailable();
        if (shown.Failure is not null || http.Request.Headers.Authorization.Count > 0)
        {
            NoteRefusal(shown.Failure ?? new FormatException("It is not a bearer token."));
            return null;
        }

        return new(this, environment.IsDevelopment() && ThisMachine.Asks(http) ? LocalNpr : PublicAt(http));
    }

    /// <summary>The sender of the request, as someone who is not signed in.</summary>
    public Admission AsPublic(HttpContext http) => new(this, PublicAt(http));

    /// <inheritdoc/>
    public bool Trusts(string origin) => site.Is(origin) || settings.CurrentValue.Origins.Contains(origin);

    /// <inheritdoc/>
    public IAdmission Of(HttpContext http) => http.RequestServices.GetRequiredService<IAdmission>();

    /// <inheritdoc/>
    public async Task<IAdmission?> WithAsync(string authorization, HttpContext http)
    {
        // The checks need a request, so this one has nothing but the token.
        await using var scope = scopes.CreateAsyncScope();
        var shown = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            RequestAborted = http.RequestAborted,
        };
        shown.Request.Headers.Authorization = authorization;
        return await AdmitAsync(shown);
    }

    /// <summary>The caller of a token or a cookie, with the rights of this moment.</summary>
    public Task<Caller> CallerOfAsync(ClaimsPrincipal shown, CancellationToken cancellationToken) =>
        callers.OfAsync(shown, cancellationToken);

    /// <summary>Whether the caller's tokens and cookies are no longer accepted.</summary>
    public bool IsRevoked(Caller caller) =>
        settings.CurrentValue.RevokedSubjects.Contains(caller.Subject) || revocations.Have(caller.Subject);

    /// <summary>Leaves one line in the log, with the reason.</summary>
    public void NoteRefusal(Exception failure)
    {
        var reason = ReasonOf(failure);
        Refused(log, reason);
    }

    private static Caller PublicAt(HttpContext http) => Caller.PublicAt(http.Connection.RemoteIpAddress);

    // The first cause, such as an unreachable directory. Part of the text may come from the token.
    private static string ReasonOf(Exception failure)
    {
        var letters = failure.GetBaseException().Message.Take(LongestReason);
        return $"{failure.GetType().Name}: {string.Concat(letters.Select(c => char.IsControl(c) ? ' ' : c))}";
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Credentials were refused: {Reason}")]
    private static partial void Refused(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Credentials were refused: {Subject} is revoked.")]
    private static partial void Revoked(ILogger log, string subject);
}

/// <summary>An admitted caller, and what the token or the cookie says that admitted them, if there was one.</summary>
internal sealed class Admission(
    Admissions admissions,
    Caller caller,
    ClaimsPrincipal? shown = null,
    DateTimeOffset? endsAt = null
) : IAdmission
{
    /// <inheritdoc/>
    public DateTimeOffset? EndsAt => endsAt;

    /// <inheritdoc/>
    public bool IsRevoked => admissions.IsRevoked(caller);

    /// <summary>Whether it was a cookie, which browsers add to requests of their own accord.</summary>
    public bool IsByCookie => shown is not null && PageSession.Holds(shown);

    /// <summary>Makes the scope of the admitted request act for the caller.</summary>
    public void Enter(IServiceProvider scope) => scope.GetRequiredService<Present>().Set(this, caller);

    /// <inheritdoc/>
    public async Task EnterAsync(IServiceProvider scope, CancellationToken cancellationToken) =>
        scope
            .GetRequiredService<Present>()
            .Set(this, shown is null ? caller : await admissions.CallerOfAsync(shown, cancellationToken));
}

/// <summary>The caller of a scope: the public, until somebody enters.</summary>
internal sealed class Present
{
    public Admission? Admission { get; private set; }

    public Caller Caller { get; private set; } = Caller.Public;

    public void Set(Admission admission, Caller caller) => (Admission, Caller) = (admission, caller);

    /// <summary>Opens scopes in which a caller is present.</summary>
    public static OpenScope ScopesOf(IServiceScopeFactory scopes) =>
        requester =>
        {
            var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Present>().Caller = (Caller)requester;
            return scope;
        };
}
