using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What designating a liaison and correcting it have in common: who it is, and the rules of that.</summary>
public abstract record DesignationVerb : Verb<Liaison>
{
    /// <summary>The person's name.</summary>
    [MaxLength(Liaison.LongestName)]
    public required string Name { get; init; }

    /// <summary>The person's title.</summary>
    [MaxLength(Liaison.LongestTitle)]
    public string? Title { get; init; }

    /// <summary>The office within the agency where the person works. Everyone may read it.</summary>
    [MaxLength(Liaison.LongestOffice)]
    public string? Office { get; init; }

    /// <summary>The telephone number as people write it. Give this, an e-mail address, or both.</summary>
    [MaxLength(Liaison.LongestPhone)]
    public string? Phone { get; init; }

    /// <summary>The e-mail address. Give this, a telephone number, or both.</summary>
    [MaxLength(Liaison.LongestEmail)]
    public string? Email { get; init; }

    /// <summary>Whether the person speaks for the agency alone or for its components as well.</summary>
    public Coverage Coverage { get; init; } = Coverage.Self;

    /// <summary>The day of the designation.</summary>
    public required DateOnly DesignatedOn { get; init; }

    private protected void CheckInput(Work work)
    {
        if (Phone is null && Email is null)
            work.Refuse(new LiaisonUnreachable(), nameof(Phone));
        if (Email is { } email && !PlainText.IsEmpty(email) && !EmailAddress.IsPlausible(PlainText.Of(email)))
            work.Refuse(new NotAnEmailAddress(), nameof(Email));
        if (DesignatedOn > work.Today)
            work.Warn("The designation begins in the future.", nameof(DesignatedOn));
    }

    /// <summary>The designation as the input says it.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="reportedAt">When NPR was told of it.</param>
    /// <param name="corrected">The designation that the input corrects; null for a new one.</param>
    private protected Liaison Said(Guid agencyId, DateTime? reportedAt, Liaison? corrected = null) =>
        new(
            agencyId,
            Name,
            Title,
            Office,
            Phone,
            Email,
            Coverage,
            DesignatedOn,
            reportedAt,
            corrected?.Id,
            corrected?.RecordedAt
        );
}
