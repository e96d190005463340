namespace Cwa.Model;

/// <summary>The person or app that acts, and what they may do.</summary>
public interface IActor
{
    /// <summary>The id of the person or app, which never changes.</summary>
    string Subject { get; }

    /// <summary>The person or app as the audit trail names them.</summary>
    string Name { get; }

    /// <summary>Whether they review for NPR: accept, return, clear and publish.</summary>
    bool CanReview { get; }

    /// <summary>Whether they act for the agency: it is their own, or a component of it.</summary>
    bool CanSubmitFor(Guid agencyId);

    /// <summary>The records that they may see.</summary>
    IQueryable<T> Sees<T>(IQueryable<T> records)
        where T : class;
}
