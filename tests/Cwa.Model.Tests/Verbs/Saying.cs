using System.ComponentModel.DataAnnotations;

namespace Cwa.Model.Tests;

/// <summary>A verb of the facts' own, with a property of each kind.</summary>
[By(Role.Agency)]
internal sealed record Say : Verb<Agency>
{
    [MaxLength(5)]
    public string? Title { get; init; }

    public string? Anything { get; init; }

    [MaxLength(2)]
    [EachMaxLength(3)]
    public IReadOnlyList<string> Issues { get; init; } = [];

    [MaxLength(2)]
    public IReadOnlyList<SayPart> Parts { get; init; } = [];

    public SayPart? Part { get; init; }

    public DateOnly? On { get; init; }

    public ReportMonth? Month { get; init; }

    public int Number { get; init; }

    public Channel Channel { get; init; }

    public Id<Agency>? AgencyId { get; init; }

    public override Task<Agency?> DoAsync(Work work, CancellationToken cancellationToken) =>
        Task.FromResult<Agency?>(null);
}

/// <summary>A part of what is said.</summary>
internal sealed record SayPart
{
    [MaxLength(5)]
    public string? Title { get; init; }

    public DateOnly? On { get; init; }
}
