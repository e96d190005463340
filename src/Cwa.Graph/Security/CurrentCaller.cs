using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Who asks in this scope: whoever sent the request, unless the scope was opened for somebody.</summary>
internal sealed class CurrentCaller(IHttpContextAccessor accessor)
{
    private Caller? _caller;

    public Caller Caller => _caller ??= accessor.HttpContext?.Features.Get<Caller>() ?? Caller.Public;

    /// <summary>Opens scopes in which a caller asks.</summary>
    public static OpenScope ScopesOf(IServiceScopeFactory scopes) => requester =>
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCaller>()._caller = (Caller)requester;
        return scope;
    };
}
