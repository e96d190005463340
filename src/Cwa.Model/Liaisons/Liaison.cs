using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>The person an agency has designated as its primary liaison, as action 2 of the memorandum asks.</summary>
public sealed class Liaison : CorrectableRecord, IAgencyRecord
{
    internal const int LongestName = 200;
    internal const int LongestTitle = 200;
    internal const int LongestOffice = 200;
    internal const int LongestPhone = 50;
    internal const int LongestEmail = 254;

    private Liaison() { } // EF Core

    /// <exception cref="ArgumentException">
    /// A text is empty or too long, or there is no way to reach the person.
    /// </exception>
    public Liaison(
        Guid agencyId,
        string name,
        string? title,
        string? office,
        string? phone,
        string? email,
        Coverage coverage,
        DateOnly designatedOn,
        DateTime? reportedAt = null,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        if (phone is null && email is null)
            throw new ArgumentException("A liaison has a telephone number or an e-mail address.", nameof(phone));

        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Name = Require.Text(name, LongestName);
        NameSearch = SearchText.Normalize(name);
        Title = Require.OptionalText(title, LongestTitle);
        Office = Require.OptionalText(office, LongestOffice);
        Phone = Require.OptionalText(phone, LongestPhone);
        Email = Require.OptionalText(email, LongestEmail);
        if (Email is not null && !EmailAddress.IsPlausible(Email))
            throw new ArgumentException(EmailAddress.Expected, nameof(email));
        Coverage = Require.Defined(coverage);
        DesignatedOn = designatedOn;
        ReportedAt = reportedAt is { } at ? Require.Utc(at, nameof(reportedAt)) : null;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The designation's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the designating agency.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that designated the person.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The person's name.</summary>
    [MaxLength(LongestName)]
    public string Name { get; private init; } = "";

    /// <summary>The name in the form that searches compare, which ignores case.</summary>
    [Derived]
    [MaxLength(LongestName * SearchText.MostExpansion)]
    public string NameSearch { get; private init; } = "";

    /// <summary>The person's title; null when not given.</summary>
    [MaxLength(LongestTitle)]
    public string? Title { get; private init; }

    /// <summary>The office within the agency where the person works; null when not given.</summary>
    [MaxLength(LongestOffice)]
    public string? Office { get; private init; }

    /// <summary>The telephone number as people write it. A liaison has this, an e-mail address, or both.</summary>
    [MaxLength(LongestPhone)]
    public string? Phone { get; private init; }

    /// <summary>The e-mail address. A liaison has this, a telephone number, or both.</summary>
    [MaxLength(LongestEmail)]
    public string? Email { get; private init; }

    /// <summary>Whether the person speaks for the agency alone or for its components as well.</summary>
    public Coverage Coverage { get; private init; }

    /// <summary>The day of the designation. Up to 1998-03-16, it meets CWA-2.1 on time.</summary>
    public DateOnly DesignatedOn { get; private init; }

    /// <summary>When NPR was told of the liaison (CWA-2.2), in UTC; null if it has not been told.</summary>
    public DateTime? ReportedAt { get; private init; }

    /// <summary>
    /// The first day on which the person no longer serves. A successor may begin on it. Null while the designation is
    /// open.
    /// </summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Whether no end is set. An agency has at most one open designation.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>When the designation was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>Ends the designation.</summary>
    /// <exception cref="ArgumentException">The day is before the designation.</exception>
    /// <exception cref="InvalidOperationException">The designation has ended already.</exception>
    public void End(DateOnly endedOn)
    {
        if (EndedOn is not null)
            throw new InvalidOperationException($"The designation ended on {EndedOn:O}.");
        if (endedOn < DesignatedOn)
            throw new ArgumentException(
                $"A designation of {DesignatedOn:O} cannot end on {endedOn:O}.",
                nameof(endedOn)
            );

        EndedOn = endedOn;
        IsOpen = false;
    }

    /// <summary>Whether the person serves on the day.</summary>
    public bool ServesOn(DateOnly day) => DesignatedOn <= day && (EndedOn is null || day < EndedOn);
}
