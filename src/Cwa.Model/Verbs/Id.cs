namespace Cwa.Model;

/// <summary>The id of a record of one type, as a caller wrote it.</summary>
/// <param name="Text">The text that was written.</param>
/// <param name="Key">The record's key; null when the text is not the id of such a record.</param>
public readonly record struct Id<T>(string Text, Guid? Key)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
