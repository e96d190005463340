namespace Cwa.Graph.Engine;

/// <summary>A caller who was let in. Long-lived connections keep asking whether the caller may stay.</summary>
public interface IAdmission
{
    /// <summary>When the sign-in ends; null if it does not.</summary>
    DateTimeOffset? EndsAt { get; }

    /// <summary>Whether the caller's access has been revoked since.</summary>
    bool IsRevoked { get; }

    /// <summary>
    /// Makes the services of a new scope act for the caller, with the rights that the caller has now.
    /// </summary>
    Task EnterAsync(IServiceProvider scope, CancellationToken cancellationToken);
}

/// <summary>Decides who may connect.</summary>
public interface IAdmissions
{
    /// <summary>
    /// Whether browser pages of this origin may connect. Pages of the server's own origin always may.
    /// </summary>
    bool Trusts(string origin);

    /// <summary>The caller who sent the request.</summary>
    IAdmission Of(HttpContext http);

    /// <summary>
    /// The caller with these credentials, written as in the header `Authorization`; null if they are not accepted.
    /// </summary>
    Task<IAdmission?> WithAsync(string authorization, HttpContext http);
}

internal static class AdmissionEnd
{
    /// <summary>Whether the sign-in has expired or was revoked.</summary>
    public static bool HasEnded(this IAdmission admission) =>
        admission.IsRevoked || admission.EndsAt <= DateTimeOffset.UtcNow;
}
