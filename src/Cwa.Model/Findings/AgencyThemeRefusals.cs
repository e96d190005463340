namespace Cwa.Model;

/// <summary>The agency already has a theme of this name.</summary>
public sealed record AgencyThemeAlreadyDefined(AgencyTheme Existing) : Refusal
{
    /// <summary>The theme that has the name.</summary>
    public AgencyTheme Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        Existing.RetiredOn is { } end
            ? $"The agency already has a theme of this name, retired on {end:yyyy-MM-dd}. Choose another name."
            : "The agency already has a theme of this name. Use that one, or choose another name.";
}

/// <summary>A theme is to be retired on a day on which findings still have it.</summary>
public sealed record AgencyThemeStillUsed(int Findings) : Refusal
{
    /// <summary>How many findings of this day or later have the theme.</summary>
    public int Findings { get; } = Findings;

    /// <inheritdoc/>
    public override string Message =>
        $"Findings of this day or later have the theme: {Findings}. Correct them first, or retire it on a later day.";
}

/// <summary>A finding is to have a theme that its agency had retired by then.</summary>
public sealed record AgencyThemeRetired(DateOnly RetiredOn) : Refusal
{
    /// <summary>The first day on which the theme is no longer used.</summary>
    public DateOnly RetiredOn { get; } = RetiredOn;

    /// <inheritdoc/>
    public override string Message =>
        $"The agency retired this theme on {RetiredOn:yyyy-MM-dd}, so findings of that day or later cannot have it.";
}

/// <summary>A finding is to have a common theme that its agency's own theme is not under.</summary>
public sealed record ThemesAtOdds(FindingTheme Theme) : Refusal
{
    /// <summary>The common theme that the agency's own falls under.</summary>
    public FindingTheme Theme { get; } = Theme;

    /// <inheritdoc/>
    public override string Message =>
        $"The agency's own theme is under {Choices<FindingTheme>.Name(Theme)}. Give that one, or leave `theme` out.";
}
