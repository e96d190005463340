using System.Security.Claims;
using Cwa.Graph.Engine;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Cwa.Graph;

/// <summary>Finds out who asks: by the token of a request, or by one that a socket shows later.</summary>
internal sealed partial class Admissions(
    Callers callers,
    IOptionsMonitor<SecuritySettings> settings,
    IServiceScopeFactory scopes,
    IHostEnvironment environment,
    Site site,
    ILogger<Admissions> log
) : IAdmissions
{
    private const int LongestReason = 250;

    private static readonly Caller LocalNpr = new("local", "a developer on this machine", [Roles.Read], [], []);

    /// <summary>Whoever sent the request; null for someone whose credentials are not accepted.</summary>
    /// <exception cref="GraphQL.ExecutionError">They cannot be checked for now (UNAVAILABLE).</exception>
    public async Task<Admission?> AdmitAsync(HttpContext http)
    {
        // Authentication has run already, but not for the request that stands for a socket's token.
        var token =
            http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult ?? await http.AuthenticateAsync();
        if (token is { Succeeded: true })
        {
            var caller = await callers.OfAsync(token.Principal, http.RequestAborted);
            if (!IsRevoked(caller))
                return new(this, caller, token.Principal, token.Properties?.ExpiresUtc);
            Revoked(log, caller.Subject);
            return null;
        }

        if (token.Failure is DirectoryAwayException)
            throw RequestError.SignInUnavailable();
        if (http.Request.Headers.Authorization.Count > 0)
        {
            var reason = token.Failure is { } failure ? ReasonOf(failure) : "It is no bearer token.";
            Refused(log, reason);
            return null;
        }

        return new(this, environment.IsDevelopment() && ThisMachine.Asks(http) ? LocalNpr : Caller.Public);
    }

    /// <inheritdoc/>
    public bool Trusts(string origin) => site.Is(origin) || settings.CurrentValue.Origins.Contains(origin);

    /// <inheritdoc/>
    public IAdmission Of(HttpContext http) => http.RequestServices.GetRequiredService<IAdmission>();

    /// <inheritdoc/>
    public async Task<IAdmission?> WithAsync(string authorization, HttpContext http)
    {
        // The checks are made of a request: it is one that has nothing but the token.
        await using var scope = scopes.CreateAsyncScope();
        var shown = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            RequestAborted = http.RequestAborted,
        };
        shown.Request.Headers.Authorization = authorization;
        return await AdmitAsync(shown);
    }

    /// <summary>What the caller of a token may do at this moment.</summary>
    public Task<Caller> CallerOfAsync(ClaimsPrincipal token, CancellationToken cancellationToken) =>
        callers.OfAsync(token, cancellationToken);

    /// <summary>Whether the caller's tokens are accepted no longer.</summary>
    public bool IsRevoked(Caller caller) => settings.CurrentValue.RevokedSubjects.Contains(caller.Subject);

    // What began it, such as a directory that cannot be reached. Part of it may come from the token.
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

/// <summary>A caller who was let in, and the token that let them in, if they showed one.</summary>
internal sealed class Admission(
    Admissions admissions,
    Caller caller,
    ClaimsPrincipal? token = null,
    DateTimeOffset? endsAt = null
) : IAdmission
{
    /// <inheritdoc/>
    public DateTimeOffset? EndsAt => endsAt;

    /// <inheritdoc/>
    public bool IsRevoked => admissions.IsRevoked(caller);

    /// <summary>Makes the scope of the request that was just let in act for them.</summary>
    public void Enter(IServiceProvider scope) => scope.GetRequiredService<Present>().Set(this, caller);

    /// <inheritdoc/>
    public async Task EnterAsync(IServiceProvider scope, CancellationToken cancellationToken) =>
        scope
            .GetRequiredService<Present>()
            .Set(this, token is null ? caller : await admissions.CallerOfAsync(token, cancellationToken));
}

/// <summary>Who is present in a scope: nobody known, until somebody enters.</summary>
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
