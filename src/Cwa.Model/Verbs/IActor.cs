namespace Cwa.Model;

/// <summary>Who does something, and what they may do.</summary>
public interface IActor
{
    /// <summary>The person or app, the same for good.</summary>
    string Subject { get; }

    /// <summary>The person or app as the audit trail names it.</summary>
    string Name { get; }

    /// <summary>Whether they accept, return, clear and publish for NPR.</summary>
    bool CanReview { get; }

    /// <summary>Whether they act for the agency: it is their own, or a component of it.</summary>
    bool CanSubmitFor(Guid agencyId);

    /// <summary>Those of the records that they may see.</summary>
    IQueryable<T> Sees<T>(IQueryable<T> records)
        where T : class;
}
