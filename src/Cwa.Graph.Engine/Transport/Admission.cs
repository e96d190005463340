namespace Cwa.Graph.Engine;

/// <summary>Someone who was let in. A connection that goes on asks again and again whether they may stay.</summary>
public interface IAdmission
{
    /// <summary>When their sign-in ends; null for one that does not.</summary>
    DateTimeOffset? EndsAt { get; }

    /// <summary>Whether the right to ask was taken from them since.</summary>
    bool IsRevoked { get; }

    /// <summary>Makes whatever is resolved from a new scope act for them, with the rights that they have now.</summary>
    Task EnterAsync(IServiceProvider scope, CancellationToken cancellationToken);
}

/// <summary>Lets connections in.</summary>
public interface IAdmissions
{
    /// <summary>
    /// Whether pages of this origin may connect from a browser; those of the server's own always may.
    /// </summary>
    bool Trusts(string origin);

    /// <summary>Whoever sent the request.</summary>
    IAdmission Of(HttpContext http);

    /// <summary>
    /// Whoever shows these credentials, written as in `Authorization`; null if they are not accepted.
    /// </summary>
    Task<IAdmission?> WithAsync(string authorization, HttpContext http);
}

internal static class AdmissionEnd
{
    /// <summary>Whether they may no longer stay, because of the time or because they were told to go.</summary>
    public static bool HasEnded(this IAdmission admission) =>
        admission.IsRevoked || admission.EndsAt <= DateTimeOffset.UtcNow;
}
