using Microsoft.AspNetCore.Components;

namespace Cwa.Dashboard.Parts;

/// <summary>The shape and the word of a status. <see cref="Glyphs"/> draws the shapes, once on a page.</summary>
internal static class Glyph
{
    private static readonly Dictionary<DutyStatus, MarkupString> Drawn = Enum.GetValues<DutyStatus>()
        .ToDictionary(
            status => status,
            status => new MarkupString($"{Shape(status)}<span class=\"spoken\">{Word(status)}</span>")
        );

    /// <summary>The shape, with its word for those who do not see it.</summary>
    public static MarkupString Of(DutyStatus status) => Drawn[status];

    /// <summary>The shape alone, where the word is beside it.</summary>
    public static MarkupString Shape(DutyStatus status) =>
        new($"<svg aria-hidden=\"true\"><use href=\"#{Id(status)}\"/></svg>");

    public static string Word(DutyStatus status) =>
        status switch
        {
            DutyStatus.Met => "Met",
            DutyStatus.MetLate => "Met late",
            DutyStatus.Inherited => "Spoken for above",
            DutyStatus.NotMet => "Not met",
            DutyStatus.Pending => "Not decided yet",
            DutyStatus.NotMeasurable => "Not judged",
            DutyStatus.VoluntaryMet => "Done, as asked",
            _ => "Asked, nothing reported",
        };

    public static string Id(DutyStatus status) => status.ToString().ToLowerInvariant();
}
