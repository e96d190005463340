using System.ComponentModel.DataAnnotations;

namespace Cwa.Values;

/// <summary>Requires the path of a folder that exists.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FolderAttribute : ValidationAttribute
{
    /// <summary>Says what is expected.</summary>
    public FolderAttribute() => ErrorMessage = "a folder that exists, such as /srv/documents";

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is string path && Directory.Exists(path);
}
