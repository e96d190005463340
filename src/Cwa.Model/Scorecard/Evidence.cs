namespace Cwa.Model;

/// <summary>A record that a judgement rests on.</summary>
/// <param name="Type">The class of the record.</param>
/// <param name="Id">Its id.</param>
public readonly record struct Evidence(Type Type, Guid Id)
{
    /// <summary>The most records that are named for one judgement.</summary>
    public const int Most = 5;

    /// <summary>The record of a class.</summary>
    public static Evidence Of<T>(Guid id) => new(typeof(T), id);
}
